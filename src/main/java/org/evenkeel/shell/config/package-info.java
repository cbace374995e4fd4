/**
 * <<<<<<< HEAD
 * Typed configuration: what the operator decided, checked as a whole before anything starts.
 *
 * <p>Goes in: a YAML file, a venue's capability file and options of the command line. Comes out: an {@link
 * org.evenkeel.shell.config.AppConfig} or every error at once. Must not know: what is built from it.
 * =======
 * Typed settings and secrets.
 *
 * <p>Goes in: configuration files. Comes out: values that are known to be valid. Must not know: who uses them.
 * >>>>>>> venue
 */
@NullMarked
package org.evenkeel.shell.config;

import org.jspecify.annotations.NullMarked;
