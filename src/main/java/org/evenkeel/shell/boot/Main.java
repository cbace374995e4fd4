package org.evenkeel.shell.boot;

/** The program's entry point: prints its version. */
public final class Main {

  private Main() {}

  /** Prints the version of the jar this class was loaded from. */
  public static void main(String[] args) {
    System.out.println("evenkeel " + version());
  }

  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
