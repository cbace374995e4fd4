package org.evenkeel.shell.config.keys;

/** The rows about the venue, the database and the page. */
final class ConnectionKeys {

  private ConnectionKeys() {}

  static final String TEXT =
      """
      venue | section | optional | risk any
        Where and how orders and prices travel.
        In a rehearsal the address is that of the simulated venue.

      venue.capabilities | text path | default venues/binance.yml | path beside this file
        The file that says what may be relied on at the venue.
        It is part of the configuration and of its hash.

      venue.further_capabilities | texts path | optional | paths beside this file
        The files of further venues over which the portfolio is spread.
        Nothing is decided while one of the venues does not answer.

      venue.spot_url | text url | optional
        Base URL of the spot endpoints; required in paper and live.
        A test network has other URLs than the real one.

      venue.futures_url | text url | optional
        Base URL of the USD-M futures endpoints; required in paper and live.
        Both URLs must belong to the same network.

      venue.connect_timeout_ms | whole 50..60000 | default 3000 | milliseconds
        How long to wait for a connection.
        Shorter gives up sooner on a venue that is far away.

      venue.read_timeout_ms | whole 50..60000 | default 10000 | milliseconds
        How long to wait for an answer.
        Shorter makes more orders UNKNOWN, each of which must be looked up.

      venue.api_key | secret | optional | only live
        Reference to the API key.
        Give the key no right to withdraw, and restrict it to this host's address.

      venue.api_secret | secret | optional | only live
        Reference to the API secret.
        Whoever reads it can trade the account.

      venue.passphrase | secret | optional | only live
        Reference to the passphrase that OKX wants besides key and secret; required there and nowhere else.
        It was chosen when the key was made.

      venue.unreported_rights_checked | flag | default false | only live
        Says that a person has looked at the key's page for the rights that the venue does not report.
        True lets a key pass of which 'keys check' does not know everything.

      database | section | optional | risk never
        Where everything is recorded.
        Either embedded_directory or jdbc_url.

      database.embedded_directory | text path | default var/postgres | path
        Folder of the PostgreSQL server that the bot starts itself.
        Deleting it forgets every decision; each mode needs a folder of its own.

      database.jdbc_url | text jdbc-url | optional
        A PostgreSQL server, version 14 or later, that somebody else runs.
        Replaces the embedded server; live needs it.

      database.user | text login | optional
        The database user, with jdbc_url.
        It must own the schema.

      database.password | secret | optional
        Reference to the database password, with jdbc_url.
        Leave it out where the server trusts the connection.

      database.offline_directory | text path | optional | path
        Folder in which 'flatten --offline' keeps its journal until the database is back.
        Default: the embedded server's folder with '-offline' added, or var/offline.

      database.embedded_in_live | flag | default false | risk up
        Allows the embedded server in live mode.
        True puts the records of real money in a folder that nobody backs up.

      authority | section | optional | risk any
        Who may order what, and how the records are held to it.
        Live needs identities and signed hard limits.

      authority.audit_heads | text path | optional | path
        File to which every cycle adds the head of the audit chain, for 'audit verify'.
        Default: the embedded server's folder with '-audit' added, or var/audit. Copy it to another host.

      authority.identities | text path | optional | path | risk never
        File with a line 'name role key' for each person who may order; 'identity create' makes one.
        Without it whoever may run a command says who it is; with it every order is signed.

      authority.hard_limits | text path | optional | path | risk never
        File beside the configuration with the limits that no command lifts, a line 'name value' each, and their signatures.
        Without it the bounds that are compiled in hold; live needs it, signed by two persons ('limits sign').

      authority.key | text path | optional | path | risk never
        File with the private key of whoever runs a command; the option --key of a command comes first.
        Others must not be able to read it.

      authority.approval_minutes | whole 1..15 | default 15 | minutes | risk up
        How long a request waits for its second person, and its approval for being carried out.
        Shorter leaves less time in which what was seen can change.

      runs | section | optional | risk any
        What an unattended run watches about itself.
        The defaults suit a service that its host restarts after a crash.

      runs.max_interrupted_starts | whole 1..1000000 | default 3 | starts | risk up
        After so many starts that ended in the middle of a decision, within the window, the next one halts trading.
        More lets a crash loop send orders for longer; an operator's 'resume' starts the count anew.

      runs.interrupted_window_minutes | whole 1..1440 | default 10 | minutes on the wall clock | risk down
        The window in which such starts count.
        Shorter forgets a slow crash loop.

      runs.min_free_disk_mb | whole 0..1048576 | default 256 | megabytes | risk down
        Least free space where the embedded database lies; with less, a decision is held before it begins.
        Less risks that the database stops in the middle of a decision.

      drill | section | optional | risk never
        Rehearsals of the kill switch, 'kill drill'.
        The defaults ask for one a month.

      drill.max_age_days | whole 1..3650 | default 31 | days on the wall clock | risk up
        How old the newest rehearsal may be before it is overdue: 'doctor' and 'mode' say so, and when_overdue holds.
        Longer lets a kill switch that no longer works go unnoticed for longer.

      drill.when_overdue | choice small/tell | optional | risk any
        What follows while the newest rehearsal is overdue, failed or missing; small multiplies limits by limits.canary_ratio.
        Default: small in live, tell elsewhere. With tell a kill switch that does not work stands behind whole limits.

      drill.max_flat_seconds | whole 1..86400 | default 300 | seconds of market time | risk up
        The longest time until flat, of all runs of a rehearsal, with which it is passed.
        Longer accepts a book that takes longer to close.

      web | section | optional | risk never
        The page at 127.0.0.1.
        It is never reachable from other machines.

      web.enabled | flag | default true
        Whether the page is served.
        The commands work without it.

      web.port | whole 0..65535 | default 8787 | TCP port
        Where the page is served; 0 takes any free port.
        Two bots on a machine need two ports.
      """;
}
