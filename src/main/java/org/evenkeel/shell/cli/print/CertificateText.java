package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.parity.SolverCertificate;
import org.evenkeel.core.statement.CycleStatement;
import org.jspecify.annotations.Nullable;

/** The proof of weights, from the solver or from a stored document; documents of older versions say less. */
public final class CertificateText {

  private CertificateText() {}

  /** The lines of a certificate. */
  public static String of(SolverCertificate certificate) {
    return lines(Json.tree(certificate));
  }

  /** The lines of the certificate in a stored 'target' document; nothing if it has none. */
  public static String ofTarget(@Nullable String document) {
    JsonNode certificate = inTarget(document);
    return certificate.isObject() ? lines(certificate) : "";
  }

  private static JsonNode inTarget(@Nullable String document) {
    return Json.parse(document == null ? "" : document).at("/solution/certificate");
  }

  /** A statement with the certificate of its decision as one more field, null if it has none. */
  public static Object withStatement(CycleStatement statement, @Nullable String document) {
    ObjectNode tree = Json.tree(statement).deepCopy();
    JsonNode certificate = inTarget(document);
    return tree.set("certificate", certificate.isObject() ? certificate : NullNode.getInstance());
  }

  private static String lines(JsonNode certificate) {
    List<String> lines = new ArrayList<>();
    String found = text(certificate, "algorithm");
    String second = text(certificate, "secondAlgorithm");
    String agreement = number(certificate, "agreementWithSecondAlgorithm");
    add(
        lines,
        "solved by",
        found
            + (certificate.has("iterations")
                ? " in " + certificate.get("iterations").asInt() + " iterations"
                : "")
            + (certificate.hasNonNull("method") ? ", " + text(certificate, "method") : ""));
    add(
        lines,
        "confirmed by",
        second + (agreement.isEmpty() ? "" : ", largest relative difference " + agreement));
    boolean bound = !certificate.path("active").isEmpty();
    add(
        lines,
        "risk contributions",
        error(certificate, "maxRelativeError") + (bound ? ", where no constraint binds" : ""));
    add(lines, "KKT residual", error(certificate, "kktResidual"));
    add(lines, "weights' error", atMost(certificate, "weightErrorBound"));
    add(lines, "condition number", number(certificate, "conditionNumber"));
    if (certificate.has("active")) {
      add(lines, "binding", bindings(certificate.get("active")));
    }
    return "certificate\n" + String.join("", lines);
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.isBlank()) {
      lines.add(String.format(Locale.ROOT, "  %-18s  %s%n", name, value));
    }
  }

  private static String text(JsonNode certificate, String field) {
    return certificate.path(field).asText("").replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static String number(JsonNode certificate, String field) {
    JsonNode value = certificate.path(field);
    return value.isNumber()
        ? String.format(Locale.ROOT, "%.3g", value.asDouble())
        : value.asText("");
  }

  private static String error(JsonNode certificate, String field) {
    String number = number(certificate, field);
    return number.isEmpty() ? "" : "largest relative error " + number;
  }

  private static String atMost(JsonNode certificate, String field) {
    String number = number(certificate, field);
    return number.isEmpty() ? "" : "at most " + number + ", relative, proven";
  }

  private static String bindings(JsonNode active) {
    List<String> parts = new ArrayList<>();
    for (JsonNode bound : active) {
      parts.add(
          text(bound, "kind")
              + " "
              + bound.path("name").asText()
              + " (multiplier "
              + number(bound, "multiplier")
              + ")");
    }
    return parts.isEmpty() ? "no constraint" : String.join(", ", parts);
  }
}
