package org.evenkeel.shell.config.keys;

/** The rows about who is called. */
final class AlertKeys {

  private AlertKeys() {}

  static final String TEXT =
      """
      alerts | section | optional | risk any
        Who is called when something needs attention, by the bot and by the watcher.
        Without channels alerts are recorded and shown, and nobody is called.

      alerts.channels[] | sections | optional
        Ways to a person, in the order in which they are called: each is an HTTP POST to an address.
        The first one is called at once, the next ones if nobody takes the alert up; 'alerts test' tries them all.

      alerts.channels[].name | text name | required
        How records and messages call it.
        Two channels need two names.

      alerts.channels[].url | text url | optional
        Address without anything secret, https unless it is this machine's.
        Whoever gives out the address decides who is called.

      alerts.channels[].url_secret | secret | optional
        Reference to the whole address, where it holds a token or a topic that nobody should know; in place of url.
        It is read at the start and never shown.

      alerts.channels[].format | choice json/text | default json
        What is posted: a JSON document whose field 'text' Slack and its like show, or the plain text that ntfy shows.
        The wrong one is refused by the receiver or hard to read.

      alerts.timeout_seconds | whole 1..10 | default 4 | seconds
        How long one attempt may take; a channel that does not answer makes the next one be called at once.
        Longer calls the next person later.

      alerts.escalate_after_minutes | whole 1..1440 | default 5 | minutes | risk up
        How long after one channel the next one is called, if nobody has taken the alert up.
        Longer leaves an alert for longer with a person who sleeps.

      alerts.repeat_every_minutes | whole 1..1440 | default 15 | minutes | risk up
        How long after a call the same channel is called again, until the alert is taken up or over.
        Longer lets an alert be forgotten.

      alerts.heartbeat_url | text url | optional
        Address that the bot calls while it is well, https unless it is this machine's; who listens there must raise the alarm when it stops.
        Without it nobody outside notices that the machine has died.

      alerts.heartbeat_url_secret | secret | optional
        Reference to that address, in place of heartbeat_url.
        It is read at the start and never shown.

      alerts.heartbeat_every_seconds | whole 5..3600 | default 60 | seconds | risk up
        How often it is called.
        Longer notices a death later.
      """;
}
