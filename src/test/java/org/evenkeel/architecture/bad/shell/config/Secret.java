package org.evenkeel.architecture.bad.shell.config;

/** Stands for the credential of a venue. */
public record Secret(String text) {}
