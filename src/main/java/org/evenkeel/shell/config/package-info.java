/**
 * Typed configuration: what the operator decided, checked as a whole before anything starts.
 *
 * <p>Goes in: a YAML file, a venue's capability file and options of the command line. Comes out: an {@link
 * org.evenkeel.shell.config.AppConfig} or every error at once. Must not know: what is built from it.
 */
@NullMarked
package org.evenkeel.shell.config;

import org.jspecify.annotations.NullMarked;
