package org.evenkeel.shell.authority;

/** What a person may do. */
public enum PersonRole {
  /** Look. */
  VIEWER,
  /** Order what lowers risk, and ask for what raises it. */
  OPERATOR,
  /** The same, and approve what another person asks for. */
  APPROVER,
  /** The same. */
  ADMIN;

  public boolean mayOrder() {
    return this != VIEWER;
  }

  public boolean mayApprove() {
    return this == APPROVER || this == ADMIN;
  }
}
