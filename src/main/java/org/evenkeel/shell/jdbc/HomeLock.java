package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time starts, attaches to or stops the server of a folder.
 *
 * <p>The file lock keeps processes apart and vanishes with them; the other one keeps the threads of this process apart.
 */
final class HomeLock implements AutoCloseable {

  private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();
  private static final int TRIES = 600;
  private static final long PAUSE_MS = 100;

  private final ServerHome home;
  private final FileChannel channel;
  private final FileLock lock;

  private HomeLock(ServerHome home, FileChannel channel, FileLock lock) {
    this.home = home;
    this.channel = channel;
    this.lock = lock;
  }

  static HomeLock take(ServerHome home) throws IOException {
    WITHIN_PROCESS.lock();
    @Nullable FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              home.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      for (int i = 0; i < TRIES; i++) {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return new HomeLock(home, channel, lock);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
      throw new DatabaseRefused(
          "another process has been starting or stopping the database in "
              + home.root()
              + " for a minute; end it, or wait");
    } catch (IOException | RuntimeException e) {
      giveUp(channel);
      throw e;
    } catch (InterruptedException e) {
      giveUp(channel);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + home.root(), e);
    }
  }

  /** The folder that is locked. */
  ServerHome home() {
    return home;
  }

  private static void giveUp(@Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      WITHIN_PROCESS.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      lock.release();
      channel.close();
    } finally {
      WITHIN_PROCESS.unlock();
    }
  }
}
