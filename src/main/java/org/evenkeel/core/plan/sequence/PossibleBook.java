package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.core.plan.PlannedLeg;

/**
 * All books that may have come about after a prefix of legs, and the worst of each figure over all of them at once.
 *
 * <p>The claim: the worst over every subset of filled, unfilled and partly filled legs, and over both ends of every
 * unknown order, is a sum of one maximum per instrument, each over the few places where the instrument's legs begin and
 * end. It costs constant time per leg, and it is not a bound but the maximum itself:
 *
 * <ol>
 *   <li>Every constraint is an inequality {@code sum over i of g_i(x_i, c_i) <= capacity}, where x is the exposure of an
 *       instrument and c what trading it has cost. See {@link Row}: size and its multiples, signed size, tiered
 *       maintenance margin at prices moved by a given fraction, and cost. Equity is the capacity, and what is lost of it
 *       stands on the left.
 *   <li>Each g_i is convex: a sum of absolute values, linear terms, and margin tables whose rates do not fall.
 *   <li>What may come about of one instrument does not depend on the others: the desk goes on whatever became of
 *       earlier legs. So the maximum of the sum is the sum of the maxima.
 *   <li>Within an instrument a leg is only begun after the one before it has traded all of its quantity, and legs of one
 *       instrument have one direction. What is possible is therefore a path from either end of the unknown start along
 *       the legs, on which x and c are linear between places where legs begin and end; a convex function is largest at
 *       one of these.
 *   <li>A leg that waits, and all after it, start only from the book in which all futures' legs before it are complete;
 *       else nothing is sent any more. So at such a leg the possible places of each future shrink to the last one, and what was possible
 *       without it was looked at already. Coins are never taken for complete.
 * </ol>
 *
 * <p>The move of a single instrument j needs the maintenance margin of all others at unmoved prices and of j at moved
 * ones: the sum of the maxima at rest plus the largest difference that one instrument makes. For two opposite moves and
 * any size up to the bound it suffices to look at the bound, because what is left of equity is a concave function of
 * the move.
 *
 * <p>What it rests on: marks as they were when the plan was made, orders within the collar, no other trades. An unknown
 * order's cost is taken in full at both ends, which is a little more than the maximum.
 *
 * <p>Not thread-safe; one per sequence.
 */
final class PossibleBook {

  /**
   * What a leg would break.
   *
   * @param row the inequality; empty if it is the size that the venue grants at the leverage that is set
   */
  record Breach(Optional<Row> row, String where, BigDecimal value, BigDecimal capacity) {}

  /**
   * Over whom figures are summed up.
   *
   * @param equity the money of a pot; nothing of others
   */
  record Group(Row.Scope scope, String name, BigDecimal equity) {}

  private final List<Stake> stakes;
  private final SequenceBounds bounds;
  private final BigDecimal nav;
  private final TreeMap<InstrumentId, Integer> places = new TreeMap<>();

  /** The portfolio, then the venues, then the pots. */
  private final List<Group> groups = new ArrayList<>();

  private final int[] venueOf;
  private final int[] potOf;
  private final List<List<Node>> nodes = new ArrayList<>();

  /** By instrument and row: over all that may have come about, and if all was filled. */
  private final BigDecimal[][] most;

  private final BigDecimal[][] last;

  /** By instrument, what the worse of its moves needs more than its standing still. */
  private final BigDecimal[] mostMove;

  private final BigDecimal[] lastMove;

  /** The sums by group and row. */
  private final BigDecimal[][] mostSum;

  private final BigDecimal[][] lastSum;

  PossibleBook(
      List<Stake> stakes, SortedMap<Pot, BigDecimal> funds, BigDecimal nav, SequenceBounds bounds) {
    this.stakes = List.copyOf(stakes);
    this.bounds = bounds;
    this.nav = nav;
    TreeMap<VenueId, Integer> venues = new TreeMap<>();
    TreeMap<Pot, Integer> pots = new TreeMap<>();
    stakes.forEach(stake -> venues.put(stake.venue(), 0));
    stakes.forEach(stake -> stake.pot().ifPresent(pot -> pots.put(pot, 0)));
    groups.add(new Group(Row.Scope.PORTFOLIO, "portfolio", BigDecimal.ZERO));
    venues.replaceAll(
        (venue, none) -> group(new Group(Row.Scope.VENUE, venue.value(), BigDecimal.ZERO)));
    pots.replaceAll(
        (pot, none) ->
            group(
                new Group(
                    Row.Scope.POT, pot.toString(), funds.getOrDefault(pot, BigDecimal.ZERO))));
    this.venueOf = new int[stakes.size()];
    this.potOf = new int[stakes.size()];
    this.most = new BigDecimal[stakes.size()][];
    this.last = new BigDecimal[stakes.size()][];
    this.mostMove = new BigDecimal[stakes.size()];
    this.lastMove = new BigDecimal[stakes.size()];
    this.mostSum = zeros();
    for (int i = 0; i < stakes.size(); i++) {
      Stake stake = stakes.get(i);
      if (places.put(stake.instrument(), i) != null) {
        throw new IllegalArgumentException(stake.instrument() + " is named twice");
      }
      venueOf[i] = venues.getOrDefault(stake.venue(), 0);
      // What no pot carries adds nothing to any row of pots.
      potOf[i] = stake.pot().map(pot -> pots.getOrDefault(pot, 0)).orElse(0);
      Node start = Node.start(stake);
      nodes.add(List.of(start));
      most[i] = values(stake, start);
      last[i] = most[i];
      mostMove[i] = move(most[i]);
      lastMove[i] = mostMove[i];
      for (Row row : Row.values()) {
        sum(mostSum, i, row, most[i][row.at]);
      }
    }
    this.lastSum = copy(mostSum);
  }

  private int group(Group group) {
    groups.add(group);
    return groups.size() - 1;
  }

  private BigDecimal[][] zeros() {
    BigDecimal[][] sums = new BigDecimal[groups.size()][Row.COUNT];
    for (BigDecimal[] row : sums) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    return sums;
  }

  private static BigDecimal[][] copy(BigDecimal[][] rows) {
    BigDecimal[][] copy = rows.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  private void sum(BigDecimal[][] sums, int stake, Row row, BigDecimal more) {
    int group = group(stake, row);
    sums[group][row.at] = sums[group][row.at].add(more);
  }

  private int group(int stake, Row row) {
    return switch (row.scope()) {
      case PORTFOLIO -> 0;
      case VENUE -> venueOf[stake];
      case POT -> potOf[stake];
    };
  }

  private BigDecimal[] values(Stake stake, Node node) {
    BigDecimal[] values = new BigDecimal[Row.COUNT];
    for (Row row : Row.values()) {
      values[row.at] = node.of(row, stake, bounds);
    }
    return values;
  }

  private int place(PlannedLeg leg) {
    Integer place = places.get(leg.instrument());
    if (place == null) {
      throw new IllegalArgumentException("nothing is known of " + leg.instrument());
    }
    return place;
  }

  private Node after(int place, PlannedLeg leg) {
    Stake stake = stakes.get(place);
    List<Node> path = nodes.get(place);
    BigDecimal change = leg.side().signed(leg.quantity()).value().multiply(stake.value());
    return path.get(path.size() - 1).after(stake, change);
  }

  /**
   * What a further leg would break, or make worse where it is broken; empty if nothing.
   *
   * <p>Of what only reduces, only the directional figures are asked: the others it raises by its cost alone, and keeping
   * it back would keep the risk.
   */
  Optional<Breach> breach(PlannedLeg leg, boolean waits) {
    int i = place(leg);
    Optional<Breach> tooLarge = leg.reduceOnly() ? Optional.empty() : tooLarge(i, leg);
    if (tooLarge.isPresent()) {
      return tooLarge;
    }
    BigDecimal[] then = values(stakes.get(i), after(i, leg));
    BigDecimal[] now = (waits ? last : most)[i];
    BigDecimal[][] sums = waits ? lastSum : mostSum;
    for (Row row : Row.values()) {
      int r = row.at;
      BigDecimal before = sums[group(i, row)][r];
      BigDecimal after =
          then[r].compareTo(now[r]) > 0 ? before.add(then[r]).subtract(now[r]) : before;
      boolean isAsked = row != Row.STILL && (row.isDirectional() || !leg.reduceOnly());
      if (isAsked
          && after.compareTo(before) > 0
          && after.compareTo(capacity(row, group(i, row))) > 0) {
        return Optional.of(breach(row, group(i, row), after));
      }
    }
    return leg.reduceOnly() ? Optional.empty() : singleBreach(i, then, waits);
  }

  /** Of a position that is too large for its leverage the venue takes no order that makes it larger. */
  private Optional<Breach> tooLarge(int place, PlannedLeg leg) {
    InstrumentId id = stakes.get(place).instrument();
    List<Node> path = nodes.get(place);
    BigDecimal now = path.get(path.size() - 1).size();
    BigDecimal then = after(place, leg).size();
    return bounds
        .maintenance()
        .most(id)
        .filter(most -> then.compareTo(most) > 0 && then.compareTo(now) > 0)
        .map(most -> new Breach(Optional.empty(), id.value(), then, most));
  }

  private Optional<Breach> singleBreach(int place, BigDecimal[] then, boolean waits) {
    int pot = potOf[place];
    BigDecimal still = (waits ? lastSum : mostSum)[pot][Row.STILL.at];
    BigDecimal[] moves = waits ? lastMove : mostMove;
    BigDecimal[] now = (waits ? last : most)[place];
    BigDecimal[] larger = larger(now, then);
    BigDecimal others = largestMove(pot, moves, place);
    BigDecimal before = still.add(others.max(moves[place]));
    BigDecimal after =
        still.subtract(now[Row.STILL.at]).add(larger[Row.STILL.at]).add(others.max(move(larger)));
    return after.compareTo(before) > 0 && after.compareTo(capacity(Row.STILL, pot)) > 0
        ? Optional.of(breach(Row.STILL, pot, after))
        : Optional.empty();
  }

  private Breach breach(Row row, int group, BigDecimal value) {
    return new Breach(Optional.of(row), groups.get(group).name(), value, capacity(row, group));
  }

  /** What the worse move of one instrument needs more than its standing still. */
  private static BigDecimal move(BigDecimal[] values) {
    return values[Row.RISE.at].max(values[Row.FALL.at]).subtract(values[Row.STILL.at]);
  }

  /** The largest of these in a pot, one instrument left out; zero if there is none. */
  private BigDecimal largestMove(int pot, BigDecimal[] moves, int without) {
    BigDecimal largest = BigDecimal.ZERO;
    for (int i = 0; i < moves.length; i++) {
      if (potOf[i] == pot && i != without && moves[i].compareTo(largest) > 0) {
        largest = moves[i];
      }
    }
    return largest;
  }

  private static BigDecimal[] larger(BigDecimal[] a, BigDecimal[] b) {
    BigDecimal[] larger = new BigDecimal[a.length];
    for (int r = 0; r < a.length; r++) {
      larger[r] = a[r].max(b[r]);
    }
    return larger;
  }

  /** Enters a leg that will be sent. */
  void add(PlannedLeg leg, boolean waits) {
    if (waits) {
      await();
    }
    int i = place(leg);
    Stake stake = stakes.get(i);
    Node node = after(i, leg);
    BigDecimal[] values = values(stake, node);
    List<Node> path = new ArrayList<>(nodes.get(i));
    path.add(node);
    nodes.set(i, List.copyOf(path));
    BigDecimal[] worst = larger(most[i], values);
    // A coin that was sold may not have been: nothing rests on it.
    replace(lastSum, i, last[i], stake.isFuture() ? values : worst);
    last[i] = stake.isFuture() ? values : worst;
    lastMove[i] = move(last[i]);
    replace(mostSum, i, most[i], worst);
    most[i] = worst;
    mostMove[i] = move(worst);
  }

  /** From here on all futures' legs so far are complete. */
  private void await() {
    for (int i = 0; i < stakes.size(); i++) {
      if (stakes.get(i).isFuture()) {
        List<Node> path = nodes.get(i);
        nodes.set(i, List.of(path.get(path.size() - 1)));
        most[i] = last[i];
        mostMove[i] = lastMove[i];
      }
    }
    for (int group = 0; group < mostSum.length; group++) {
      mostSum[group] = lastSum[group].clone();
    }
  }

  private void replace(BigDecimal[][] sums, int i, BigDecimal[] before, BigDecimal[] after) {
    for (Row row : Row.values()) {
      int r = row.at;
      if (before[r].compareTo(after[r]) != 0) {
        sum(sums, i, row, after[r].subtract(before[r]));
      }
    }
  }

  /** The left side of a row now, over all that may have come about. */
  BigDecimal worst(Row row, int group) {
    BigDecimal sum = mostSum[group][row.at];
    return row == Row.STILL ? sum.add(largestMove(group, mostMove, -1)) : sum;
  }

  /** The right side of a row. */
  BigDecimal capacity(Row row, int group) {
    return switch (row) {
      case GROSS -> nav.multiply(bounds.gross().value());
      case LONG, SHORT -> nav.multiply(bounds.net().value());
      case VENUE -> nav.multiply(bounds.venue().value());
      case MAINTENANCE -> groups.get(group).equity().multiply(bounds.marginRatio().value());
      case INITIAL, RISE, FALL, STILL -> groups.get(group).equity();
    };
  }

  /** The portfolio, then the venues, then the pots. */
  List<Group> groups() {
    return groups;
  }

  BigDecimal nav() {
    return nav;
  }

  SequenceBounds bounds() {
    return bounds;
  }

  Stake stake(InstrumentId instrument) {
    Integer place = places.get(instrument);
    if (place == null) {
      throw new IllegalArgumentException("nothing is known of " + instrument);
    }
    return stakes.get(place);
  }

  /** The possible places of all instruments of one pot as they are now. */
  Moves moves(int pot) {
    List<Stake> there = new ArrayList<>();
    List<List<Node>> paths = new ArrayList<>();
    for (int i = 0; i < stakes.size(); i++) {
      if (potOf[i] == pot) {
        there.add(stakes.get(i));
        paths.add(nodes.get(i));
      }
    }
    return new Moves(there, paths, groups.get(pot).equity(), bounds);
  }
}
