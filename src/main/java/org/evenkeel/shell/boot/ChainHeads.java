package org.evenkeel.shell.boot;

import java.io.UncheckedIOException;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.AuditTrail;
import org.evenkeel.shell.authority.HeadsFile;
import org.evenkeel.shell.telemetry.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the head of the audit chain of every cycle outside of the database: in a file, in the log and as a metric. */
record ChainHeads(AuditTrail trail, HeadsFile file, Metrics metrics, Alerts alerts) {

  private static final Logger LOG = LoggerFactory.getLogger(ChainHeads.class);
  private static final String SUBJECT = "audit heads";

  void keep() {
    trail
        .head()
        .ifPresent(
            head -> {
              LOG.info("event=audit_head seq={} hash={}", head.seq(), head.hash());
              metrics.auditHead(head.seq());
              try {
                file.append(head);
                alerts.clear(SUBJECT);
              } catch (UncheckedIOException e) {
                alerts.raise(SUBJECT, "cannot be kept in " + file.path() + ": " + e.getMessage());
              }
            });
  }
}
