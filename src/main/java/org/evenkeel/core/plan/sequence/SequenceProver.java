package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.core.plan.Handover;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.ProvenFigure;

/**
 * The proof of one situation's sequences.
 *
 * <p>After every prefix, whatever part of each leg in it was traded and at both ends of every unknown order, each figure
 * keeps its bound; a figure that is beyond its bound before the first leg is made no worse by any leg that adds.
 * How it is known of all these books at once is said at {@link PossibleBook}.
 *
 * <p>For example, with a NAV and equity of 100, long 200 of A, a limit of 3 and the legs 'sell 100 of A, buy 150 of B':
 * if the sale is not filled the purchase makes 350, so the sequence has no proof; if the purchase waits for the sale it
 * has one.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class SequenceProver {

  private final List<Stake> stakes;
  private final SortedMap<Pot, BigDecimal> funds;
  private final BigDecimal nav;
  private final SequenceBounds bounds;

  /**
   * @param stakes every instrument that is or may come to be held
   * @param funds the equity of every pot that carries futures, in NAV currency; one that is missing has none
   * @param nav the portfolio's value, above zero
   * @param bounds what must hold
   */
  public SequenceProver(
      List<Stake> stakes, SortedMap<Pot, BigDecimal> funds, BigDecimal nav, SequenceBounds bounds) {
    if (nav.signum() <= 0) {
      throw new IllegalArgumentException("a proof needs a value above zero, found " + nav);
    }
    this.stakes = List.copyOf(stakes);
    this.funds = new TreeMap<>(funds);
    this.nav = nav;
    this.bounds = bounds;
  }

  PossibleBook book() {
    return new PossibleBook(stakes, funds, nav, bounds);
  }

  /** The legs in an order, in slices and with waits that have a proof; what none of these makes safe is cut. */
  public Sequence arrange(List<PlannedLeg> legs) {
    return arrange(legs, Collections.emptySortedMap());
  }

  /**
   * The same where exposures are handed over from one instrument to another.
   *
   * @param moves by the instrument that is left the one that takes over
   */
  public Sequence arrange(List<PlannedLeg> legs, SortedMap<InstrumentId, InstrumentId> moves) {
    return new SafeOrder(this, legs, Handover.among(legs, moves)).arranged();
  }

  /**
   * The worst of every figure in a sequence, or the first leg that breaks a bound.
   *
   * @param legs in the order in which they are sent
   * @param waits the numbers of those that wait
   */
  public Result<List<ProvenFigure>> prove(List<PlannedLeg> legs, SortedSet<Integer> waits) {
    PossibleBook book = book();
    WorstSoFar worst = new WorstSoFar(book);
    TreeMap<InstrumentId, PlannedLeg> before = new TreeMap<>();
    for (PlannedLeg leg : legs) {
      PlannedLeg earlier = before.put(leg.instrument(), leg);
      if (earlier != null && earlier.side() != leg.side()) {
        return Result.refused(
            RefusalReason.PLAN_UNPROVED,
            leg.instrument() + " is bought and sold in one plan: " + earlier + ", " + leg);
      }
      boolean isWaiting = waits.contains(leg.number());
      Optional<PossibleBook.Breach> breach = book.breach(leg, isWaiting);
      if (breach.isPresent()) {
        return Result.refused(RefusalReason.PLAN_UNPROVED, inWords(leg, breach.get()));
      }
      if (isWaiting) {
        worst.lookAtMoves();
      }
      book.add(leg, isWaiting);
      worst.look(leg.number());
    }
    worst.lookAtMoves();
    return Result.ok(worst.figures());
  }

  /** What a leg would break. */
  static String inWords(PlannedLeg leg, PossibleBook.Breach breach) {
    return leg.side()
        + " "
        + leg.quantity()
        + " of "
        + leg.instrument()
        + " could bring "
        + name(breach.row())
        + " of "
        + breach.where()
        + " to "
        + text(breach.value())
        + ", over "
        + text(breach.capacity());
  }

  private static String name(Row row) {
    return switch (row) {
      case GROSS -> "the gross exposure (max_gross_leverage)";
      case LONG, SHORT -> "the net exposure (max_net_leverage)";
      case VENUE -> "the exposure (max_venue_exposure)";
      case INITIAL -> "the initial margin";
      case MAINTENANCE -> "the maintenance margin (max_margin_ratio)";
      case RISE, FALL, STILL -> "what a move of prices needs (min_liquidation_distance)";
    };
  }

  private static String text(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** The worst figures of the prefixes looked at. */
  private static final class WorstSoFar {
    private final PossibleBook book;
    private final BigDecimal[][] worst;
    private final int[][] after;
    private final BigDecimal[] distance;
    private final int[] distanceAfter;
    private final int[] raisedBy;

    WorstSoFar(PossibleBook book) {
      this.book = book;
      int groups = book.groups().size();
      this.worst = new BigDecimal[groups][Row.COUNT];
      this.after = new int[groups][Row.COUNT];
      this.distance = new BigDecimal[groups];
      this.distanceAfter = new int[groups];
      this.raisedBy = new int[groups];
      Arrays.fill(distance, Moves.MOST);
      Arrays.fill(distanceAfter, -1);
      Arrays.fill(raisedBy, -1);
      for (int v = 0; v < groups; v++) {
        for (Row row : Row.values()) {
          worst[v][row.at] = book.worst(row, v);
          after[v][row.at] = -1;
        }
      }
    }

    void look(int number) {
      for (int v = 0; v < worst.length; v++) {
        for (Row row : Row.values()) {
          BigDecimal now = book.worst(row, v);
          if (now.compareTo(worst[v][row.at]) > 0) {
            worst[v][row.at] = now;
            after[v][row.at] = number;
            raisedBy[v] = row.isOfMoves() ? number : raisedBy[v];
          }
        }
      }
    }

    /** Until a leg waits what is possible only grows, so it is enough to look before each that waits, and at the end. */
    void lookAtMoves() {
      for (int v = 0; v < worst.length; v++) {
        boolean isPot = book.groups().get(v).scope() == Row.Scope.POT;
        Moves moves = book.moves(v);
        if (isPot && !moves.isSurvived(distance[v])) {
          distance[v] = moves.distance();
          distanceAfter[v] = raisedBy[v];
        }
      }
    }

    List<ProvenFigure> figures() {
      List<ProvenFigure> figures = new ArrayList<>();
      SequenceBounds bounds = book.bounds();
      for (int g = 0; g < worst.length; g++) {
        switch (book.groups().get(g).scope()) {
          case PORTFOLIO -> {
            figures.add(
                figure(
                    ProvenFigure.Kind.GROSS_LEVERAGE,
                    g,
                    Row.GROSS,
                    book.nav(),
                    bounds.gross().value()));
            figures.add(
                figure(ProvenFigure.Kind.NET_LEVERAGE, g, net(), book.nav(), bounds.net().value()));
          }
          case VENUE ->
              figures.add(
                  figure(
                      ProvenFigure.Kind.VENUE_EXPOSURE,
                      g,
                      Row.VENUE,
                      book.nav(),
                      bounds.venue().value()));
          case POT -> figures.addAll(margin(g));
        }
      }
      return figures;
    }

    private Row net() {
      return worst[0][Row.LONG.at].compareTo(worst[0][Row.SHORT.at]) >= 0 ? Row.LONG : Row.SHORT;
    }

    /** The margin figures of a pot; none of one without money, in which nothing can be opened. */
    private List<ProvenFigure> margin(int g) {
      BigDecimal equity = book.groups().get(g).equity();
      if (equity.signum() <= 0) {
        return List.of();
      }
      SequenceBounds bounds = book.bounds();
      return List.of(
          figure(ProvenFigure.Kind.INITIAL_MARGIN, g, Row.INITIAL, equity, BigDecimal.ONE),
          figure(
              ProvenFigure.Kind.MARGIN_RATIO,
              g,
              Row.MAINTENANCE,
              equity,
              bounds.marginRatio().value()),
          new ProvenFigure(
              ProvenFigure.Kind.LIQUIDATION_DISTANCE,
              book.groups().get(g).name(),
              distance[g],
              bounds.distance().value(),
              distanceAfter[g]));
    }

    private ProvenFigure figure(
        ProvenFigure.Kind kind, int g, Row row, BigDecimal whole, BigDecimal limit) {
      return new ProvenFigure(
          kind,
          book.groups().get(g).name(),
          worst[g][row.at].max(BigDecimal.ZERO).divide(whole, 6, RoundingMode.CEILING),
          limit,
          after[g][row.at]);
    }
  }
}
