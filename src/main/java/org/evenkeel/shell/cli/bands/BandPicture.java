package org.evenkeel.shell.cli.bands;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The curve as a picture in SVG: cost, price of the tracking error and their sum against the width, with the optimum marked.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class BandPicture {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int TOP = 30;
  private static final int RIGHT = 20;
  private static final int BOTTOM = 60;

  private BandPicture() {}

  public static String svg(BandCurve curve) {
    List<BandPoint> points = curve.curve();
    double widest = points.get(points.size() - 1).width();
    double highest = points.stream().mapToDouble(BandPoint::loss).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            HEIGHT));
    axes(svg, widest, highest);
    line(svg, points, "#c0392b", widest, highest, BandPoint::cost);
    line(svg, points, "#2980b9", widest, highest, point -> point.loss() - point.cost());
    line(svg, points, "#222222", widest, highest, BandPoint::loss);
    legend(svg);
    BandPoint best = curve.optimum();
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"none\" stroke=\"#27ae60\""
                + " stroke-width=\"3\"/>%n<text x=\"%.1f\" y=\"%.1f\" fill=\"#27ae60\">optimum at %.2f:"
                + " %.3f %% a year</text>%n</svg>%n",
            x(best.width(), widest),
            y(best.loss(), highest),
            x(best.width(), widest) + 8,
            y(best.loss(), highest) - 8,
            best.width(),
            100 * best.loss()));
    return svg.toString();
  }

  private static void axes(StringBuilder svg, double widest, double highest) {
    for (int tick = 0; tick <= 4; tick++) {
      double value = highest * tick / 4;
      double width = widest * tick / 4;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n<text x=\"%d\""
                  + " y=\"%.1f\" text-anchor=\"end\">%.2f %%</text>%n<text x=\"%.1f\" y=\"%d\""
                  + " text-anchor=\"middle\">%.1f</text>%n",
              LEFT,
              y(value, highest),
              WIDTH - RIGHT,
              y(value, highest),
              LEFT - 6,
              y(value, highest) + 4,
              100 * value,
              x(width, widest),
              HEIGHT - BOTTOM + 18,
              width));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">width of the bands, in units of the cube-root"
                + " rule</text>%n<text x=\"%d\" y=\"18\">fraction of NAV per year</text>%n",
            (LEFT + WIDTH) / 2,
            HEIGHT - 15,
            LEFT));
  }

  private static void legend(StringBuilder svg) {
    String[] names = {"cost of trading", "price of the tracking variance", "both"};
    String[] colours = {"#c0392b", "#2980b9", "#222222"};
    for (int i = 0; i < names.length; i++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
              WIDTH - RIGHT,
              TOP + 14 * i,
              colours[i],
              names[i]));
    }
  }

  private static void line(
      StringBuilder svg,
      List<BandPoint> points,
      String colour,
      double widest,
      double highest,
      ToDoubleFunction<BandPoint> value) {
    svg.append(
        points.stream()
            .map(
                point ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        x(point.width(), widest),
                        y(value.applyAsDouble(point), highest)))
            .collect(
                Collectors.joining(
                    " ",
                    "<polyline fill=\"none\" stroke=\""
                        + colour
                        + "\" stroke-width=\"2\" points=\"",
                    "\"/>\n")));
  }

  private static double x(double width, double widest) {
    return LEFT + width / widest * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double value, double highest) {
    return HEIGHT - BOTTOM - value / highest * (HEIGHT - TOP - BOTTOM);
  }
}
