package org.evenkeel.architecture.bad.shell.cli;

import io.javalin.Javalin;

/** Bad: a command that knows the web server. */
public record SeesJavalin(Javalin server) {}
