package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs initdb and pg_ctl on the server of a folder.
 *
 * <p>PostgreSQL refuses to run as root; for root the programs run in a user namespace of their own ({@code unshare -U}),
 * in which they see themselves as nobody while files keep their owner.
 */
final class ServerCommands {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final String USER = EmbeddedPostgres.USER;

  private final ServerHome home;
  private final Path programs;
  private final boolean isRoot;

  ServerCommands(ServerHome home, Path programs) throws IOException {
    this.home = home;
    this.programs = programs;
    this.isRoot = isRoot(home);
  }

  private static boolean isRoot(ServerHome home) throws IOException {
    Path mine = Files.createTempFile(home.root(), "owner", ".test");
    try {
      return Files.getAttribute(mine, "unix:uid").equals(0);
    } finally {
      Files.delete(mine);
    }
  }

  /** Root can run a server only where user namespaces are allowed; says the two ways out where they are not. */
  void requireUsableUser() throws IOException {
    if (isRoot && run(List.of("unshare", "-U", "true")) != 0) {
      throw new DatabaseRefused(
          "PostgreSQL does not run as root, and this host forbids user namespaces ("
              + ServerHome.tail(home.commandLog()).strip()
              + "): start as another user, or give the JDBC URL of a PostgreSQL");
    }
  }

  /** Makes the data directory; a crash on the way leaves none. */
  void initialize() throws IOException {
    Path fresh = Files.createTempDirectory(home.root(), "data-initializing");
    home.password();
    int exit =
        runProgram(
            "initdb",
            "-D",
            fresh.toString(),
            "-U",
            USER,
            "--pwfile",
            home.passwordFile().toString(),
            "-A",
            "scram-sha-256",
            "-E",
            "UTF-8",
            "--no-locale",
            "--data-checksums");
    if (exit != 0) {
      throw failed("initdb", home.commandLog());
    }
    Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts the server in a session of its own, so that neither a signal nor the end of this process reaches it. */
  void start(int port) throws IOException {
    ServerHome.writePrivately(home.data().resolve("postgresql.conf"), configuration(port));
    ServerHome.writePrivately(
        home.data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    int exit =
        runProgram(
            "pg_ctl",
            "-D",
            home.data().toString(),
            "-l",
            home.log().toString(),
            "-t",
            Long.toString(TIME_LIMIT.toSeconds() - 5),
            "-w",
            "start");
    if (exit != 0) {
      throw failed("start of the server", home.log());
    }
  }

  void stop() throws IOException {
    int exit =
        runProgram("pg_ctl", "-D", home.data().toString(), "-m", "fast", "-t", "30", "-w", "stop");
    if (exit != 0) {
      throw failed("stop of the server", home.commandLog());
    }
  }

  private static String configuration(int port) {
    return String.format(
        Locale.ROOT,
        """
        # Written at every start; changes made here are lost.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        max_connections = 30
        shared_buffers = '32MB'
        max_wal_size = '256MB'
        max_wal_senders = 0
        max_parallel_workers_per_gather = 0
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        """,
        port);
  }

  private DatabaseRefused failed(String what, Path log) {
    return new DatabaseRefused(
        what + " of the embedded database in " + home.root() + " failed:\n" + ServerHome.tail(log));
  }

  private int runProgram(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  private int run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(home.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.commandLog().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      if (!process.waitFor(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.get(command.size() - 1) + " did not end within a minute");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command, e);
    }
    return process.exitValue();
  }
}
