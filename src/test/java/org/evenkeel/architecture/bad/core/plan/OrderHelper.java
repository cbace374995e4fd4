package org.evenkeel.architecture.bad.core.plan;

/** Bad: a name that says nothing, an open class, and a field that changes. */
class OrderHelper {

  private int calls;

  int called() {
    return ++calls;
  }
}
