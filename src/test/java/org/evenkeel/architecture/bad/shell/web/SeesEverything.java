package org.evenkeel.architecture.bad.shell.web;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.sql.Connection;
import javax.sql.DataSource;
import org.evenkeel.architecture.bad.shell.cli.SeesJavalin;
import org.knowm.xchange.Exchange;
import org.quartz.Job;
import picocli.CommandLine;

/** Bad: one class that sees the libraries of everybody else, and its neighbor. */
@SuppressWarnings("NonFinalStaticField")
final class SeesEverything {

  public static int counter;

  void see(
      Connection connection,
      DataSource source,
      Job job,
      Exchange exchange,
      CircuitBreaker breaker,
      CommandLine line,
      SeesJavalin neighbor) {
    counter++;
    throw new RuntimeException(
        "" + connection + source + job + exchange + breaker + line + neighbor);
  }
}
