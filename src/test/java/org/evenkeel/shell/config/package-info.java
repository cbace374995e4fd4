/** Tests of the configuration: what is refused, with which words, and what the shipped files hold. */
@NullMarked
package org.evenkeel.shell.config;

import org.jspecify.annotations.NullMarked;
