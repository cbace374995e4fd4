package org.evenkeel.architecture.bad.shell.xchange.trade;

/** Stands for the class that writes orders to a venue. */
public record OrderWriter(String venue) {}
