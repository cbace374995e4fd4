package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.SignedAgreement;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.ConfigBook;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.ConfigRequests;

/** Accepted configurations in a memory; whoever agrees there needs no keys. */
final class MemoryConfigs implements ConfigBook, ConfigControls {

  private final Memory memory;

  MemoryConfigs(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<ContentHash> newest() {
    return memory.starts.accepted.isEmpty()
        ? Optional.empty()
        : Optional.of(memory.starts.accepted.getLast().hash());
  }

  @Override
  public boolean isKept(ContentHash config) {
    return memory.starts.texts.containsKey(config);
  }

  @Override
  public ContentHash keep(String text) {
    ContentHash hash = ContentHash.ofText(text);
    memory.starts.texts.put(hash, text);
    return hash;
  }

  @Override
  public void accept(ContentHash config, String author, String reason) {
    add(config, author, reason, Optional.empty());
  }

  @Override
  public void accept(RequestRow request, ContentHash config) {
    MemoryOrders.require(
        accepted().stream()
            .flatMap(row -> row.agreement().stream())
            .noneMatch(agreement -> agreement.request().number() == request.number()),
        "request " + request.number() + " is carried out already");
    add(
        config,
        request.author() + " and " + request.decidedBy(),
        request.reason(),
        Optional.of(agreement(request)));
  }

  private void add(
      ContentHash config, String author, String reason, Optional<SignedAgreement> agreement) {
    MemoryOrders.require(isKept(config), "the text of " + config + " is not kept");
    memory.starts.accepted.add(
        new AcceptedConfig(
            memory.starts.accepted.size() + 1L,
            config,
            memory.starts.texts.getOrDefault(config, ""),
            author,
            reason,
            agreement));
  }

  private static SignedAgreement agreement(RequestRow request) {
    Instant asked = request.askedAt();
    return new SignedAgreement(request, Optional.empty(), Optional.empty(), asked);
  }

  @Override
  public List<AcceptedConfig> accepted() {
    return List.copyOf(memory.starts.accepted);
  }

  @Override
  public List<AcceptedConfig> approved() {
    return memory.requests.stream()
        .map(request -> request.at(memory.databaseNow()))
        .filter(row -> row.state() == RequestRow.State.APPROVED)
        .flatMap(
            row ->
                ConfigRequests.config(row.request()).stream()
                    .filter(this::isKept)
                    .map(
                        config ->
                            new AcceptedConfig(
                                0,
                                config,
                                memory.starts.texts.getOrDefault(config, ""),
                                row.author() + " and " + row.decidedBy(),
                                row.reason(),
                                Optional.of(agreement(row)))))
        .toList();
  }

  @Override
  public Optional<LastRun> lastRun() {
    return memory
        .starts
        .last()
        .map(
            run ->
                new LastRun(
                    run.version(),
                    run.configHash().length() == 64
                        ? Optional.ofNullable(
                            memory.starts.texts.get(new ContentHash(run.configHash())))
                        : Optional.empty()));
  }
}
