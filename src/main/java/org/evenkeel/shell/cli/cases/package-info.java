/**
 * Cases with known answers: the solver compared with numbers that came from elsewhere.
 *
 * <p>Goes in: files. Comes out: one verdict per file; a file that cannot be judged is a failure, never a skip.
 * Must not know: how verdicts are printed.
 */
@NullMarked
package org.evenkeel.shell.cli.cases;

import org.jspecify.annotations.NullMarked;
