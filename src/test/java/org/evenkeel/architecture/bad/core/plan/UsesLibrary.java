package org.evenkeel.architecture.bad.core.plan;

import java.io.File;
import java.util.concurrent.atomic.AtomicLong;

/** Bad: a library that is not on the list of the core. */
record UsesLibrary(AtomicLong counter, File file) {}
