package org.evenkeel.core.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;

/**
 * The second computation of the chain, row by row in its order, against its own hashes and against heads kept elsewhere.
 *
 * <p>Whoever can change the tables can also make the hashes anew; the heads are what they cannot reach.
 *
 * <p>This class is immutable and thread-safe; each row gives the state after it.
 *
 * @param kept the heads that were kept elsewhere, by their row
 * @param rows the rows looked at
 * @param last the last of them
 * @param fault the first row that is not what was written
 */
public record ChainCheck(
    SortedMap<Long, List<ChainHead>> kept,
    long rows,
    Optional<ChainHead> last,
    Optional<ChainVerdict.Fault> fault) {

  /** Before the first row. */
  public static ChainCheck against(List<ChainHead> kept) {
    TreeMap<Long, List<ChainHead>> byRow = new TreeMap<>();
    kept.forEach(head -> byRow.computeIfAbsent(head.seq(), seq -> new ArrayList<>()).add(head));
    return new ChainCheck(
        Collections.unmodifiableSortedMap(byRow), 0, Optional.empty(), Optional.empty());
  }

  /** After the next row. */
  public ChainCheck next(ChainEntry entry) {
    ChainCheck after =
        new ChainCheck(
            kept,
            rows + 1,
            Optional.of(new ChainHead(entry.seq(), new ContentHash(entry.hash()), entry.at())),
            fault);
    return what(entry).map(what -> after.found(entry.seq(), entry.subject(), what)).orElse(after);
  }

  private Optional<String> what(ChainEntry entry) {
    String before = last.map(head -> head.hash().value()).orElse("");
    long expected = last.map(head -> head.seq() + 1).orElse(1L);
    if (entry.seq() != expected) {
      return Optional.of("row " + expected + " is missing before it");
    }
    if (!entry.previous().equals(before)) {
      return Optional.of("it does not follow the row before it");
    }
    if (!entry.hash().equals(entry.expectedHash(before))) {
      return Optional.of("its content has another hash than it had");
    }
    return kept.getOrDefault(entry.seq(), List.of()).stream()
        .filter(head -> !head.hash().value().equals(entry.hash()))
        .findFirst()
        .map(
            head -> "the head kept at " + head.at() + " has another hash: the chain was made anew");
  }

  /** The same with something wrong about a row that was found elsewhere. */
  public ChainCheck found(long seq, String subject, String what) {
    ChainVerdict.Fault next = new ChainVerdict.Fault(seq, subject, what);
    return new ChainCheck(
        kept, rows, last, Optional.of(fault.map(first -> first.earlier(next)).orElse(next)));
  }

  /** What came of it, after the last row. */
  public ChainVerdict verdict() {
    long end = last.map(ChainHead::seq).orElse(0L);
    ChainCheck whole =
        kept.tailMap(end + 1).values().stream()
            .flatMap(List::stream)
            .findFirst()
            .map(
                head ->
                    found(
                        end + 1,
                        "the end",
                        "the chain ends at row "
                            + end
                            + ", but had "
                            + head.seq()
                            + " at "
                            + head.at()
                            + ": its tail was cut"))
            .orElse(this);
    long compared = kept.values().stream().mapToLong(List::size).sum();
    return new ChainVerdict(rows, compared, last, whole.fault());
  }
}
