package org.evenkeel.shell.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.shell.authority.Identities;
import org.evenkeel.shell.authority.Identity;
import org.evenkeel.shell.authority.LimitSignatures;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.AuthoritySettings;
import org.evenkeel.shell.config.HardLimitsSource;

/** What live trading needs of persons and of their signatures under the hard limits. */
final class AuthorityCheck {

  private static final String SIGN = "; sign them with 'limits sign --key FILE'";

  private AuthorityCheck() {}

  /** What is missing, in the order in which to mend it; forbids a live start, and is only said in the other modes. */
  static List<String> of(AppConfig config) {
    AuthoritySettings authority = config.authority();
    if (authority.identities().isEmpty()) {
      return List.of(
          "no identities are configured: live needs two persons with keys of their own"
              + " (authority.identities, ops/identities.md)");
    }
    Identities known;
    try {
      known = Identities.read(authority.identities().orElseThrow());
    } catch (UncheckedIOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    List<String> missing = new ArrayList<>();
    persons(known).ifPresent(missing::add);
    hardLimits(authority, config.guards().hard(), known).ifPresent(missing::add);
    return List.copyOf(missing);
  }

  /** Adds the signature of the person at the command line to the file of the hard limits. */
  static String sign(AppConfig config) {
    AuthoritySettings authority = config.authority();
    HardLimitsSource source =
        authority
            .hardLimits()
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.REFUSED, "refused: authority.hard_limits names no file"));
    Person person =
        Person.of(authority)
            .filter(who -> who.identity().role().mayOrder())
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.REFUSED,
                        "refused: configure authority.identities and give --key FILE of a person who"
                            + " may order"));
    String line = LimitSignatures.line(person.identity(), person.key(), config.guards().hard());
    if (source.text().contains(line)) {
      throw new CommandFailed(
          ExitCode.REFUSED, "refused: " + person.identity().name() + " has signed them already");
    }
    try {
      String before = source.text().endsWith("\n") || source.text().isEmpty() ? "" : "\n";
      Files.writeString(source.file(), before + line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the hard limits cannot be signed: " + e, e);
    }
    return line;
  }

  private static Optional<String> persons(Identities known) {
    long ordering = known.all().stream().filter(each -> each.role().mayOrder()).count();
    List<Identity> approving =
        known.all().stream().filter(each -> each.role().mayApprove()).toList();
    return known.canAgree()
        ? Optional.empty()
        : Optional.of(
            "live needs two persons who may order, one of them an approver; there are "
                + ordering
                + ", and "
                + approving.size()
                + " may approve");
  }

  private static Optional<String> hardLimits(
      AuthoritySettings authority, HardLimits loaded, Identities known) {
    return authority.hardLimits().isEmpty()
        ? Optional.of("no hard limits are configured (authority.hard_limits, ops/limits.md)")
        : LimitSignatures.in(authority.hardLimits().orElseThrow().text(), loaded)
            .objection(known)
            .map(
                why ->
                    "hard limits of "
                        + authority.hardLimits().orElseThrow().file()
                        + ": "
                        + why
                        + SIGN);
  }
}
