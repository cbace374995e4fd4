package org.evenkeel.shell.cli;

/**
 * A person who may order.
 *
 * @param name the person
 * @param role what the person may do
 * @param keyId which key
 */
public record IdentityRow(String name, String role, String keyId) {}
