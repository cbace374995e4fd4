package org.evenkeel.shell.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.LimitBook;

/** Soft limits that operators have set, for the leader. */
final class LimitStore implements LimitBook {

  private final Fence fence;
  private final RequestProof proof;

  LimitStore(Fence fence, ApprovalProof proof) {
    this.fence = fence;
    this.proof = new RequestProof(proof);
  }

  @Override
  public List<LimitOverride> at(Instant at) {
    return fence.read("read the limits that are set", sql -> LimitRows.at(sql, at, proof));
  }

  @Override
  public Optional<CanaryStart> newestCanary() {
    return fence.read("read the newest start with something new", LimitRows::newestCanary);
  }

  @Override
  public Optional<Duration> rehearsalAge() {
    return fence.read("read the age of the newest rehearsal", LimitRows::rehearsalAge);
  }

  @Override
  public void set(RequestRow request, LimitOverride wanted) {
    fence.write(
        "set the limit " + wanted.name(),
        (sql, stamp) -> LimitRows.insert(sql, wanted, Optional.of(request.number())));
  }

  @Override
  public int reset(RequestRow request, LimitName name, Instant at) {
    return fence.write(
        "reset the limit " + name,
        (sql, stamp) ->
            LimitRows.end(
                sql,
                name,
                request.author() + " and " + request.decidedBy(),
                request.reason(),
                Optional.of(request.number()),
                at));
  }
}
