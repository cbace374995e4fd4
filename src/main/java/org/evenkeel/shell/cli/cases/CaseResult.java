package org.evenkeel.shell.cli.cases;

import java.util.Optional;

/**
 * The verdict on one case.
 *
 * @param name the file's name
 * @param passed whether everything that the case states holds
 * @param expected what it states: a solution, or the refusal it wants
 * @param weightError largest relative error of a weight
 * @param tolerance what the case allows
 * @param kktResidual the certificate's
 * @param certificate algorithm, and relative error of the risk contributions
 * @param detail what did not hold, or the refusal that was wanted
 */
public record CaseResult(
    String name,
    boolean passed,
    String expected,
    Optional<Double> weightError,
    Optional<Double> tolerance,
    Optional<Double> kktResidual,
    String certificate,
    String detail) {

  static CaseResult failed(String name, String expected, String detail) {
    return new CaseResult(
        name,
        /* passed= */ false,
        expected,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        detail);
  }

  static CaseResult passed(String name, String expected, String detail) {
    return new CaseResult(
        name,
        /* passed= */ true,
        expected,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        detail);
  }
}
