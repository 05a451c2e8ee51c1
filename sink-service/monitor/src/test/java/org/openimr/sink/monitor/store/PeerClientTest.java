package org.openimr.sink.monitor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.sink.monitor.statistics.OutcomeTotals;
import org.openimr.sink.monitor.store.LocalStores.PartitionRows;
import org.openimr.sink.monitor.store.StatisticsStores.Row;

class PeerClientTest {
  private static final OutcomeTotals TOTALS = new OutcomeTotals(3, 2, 4, 1, 3);

  private final PeerClient client = new PeerClient(Optional.of("peer-key"));
  private StubPeer peer;

  @BeforeEach
  void start() throws Exception {
    peer = StubPeer.start();
  }

  @AfterEach
  void stop() {
    client.close();
    peer.close();
  }

  @Test
  void readsRowsOfPartitions() {
    PartitionRows<OutcomeTotals> rows =
        new PartitionRows<>(1, true, List.of(new Row<>("1", TOTALS)));
    peer.respondWith(200, StoreRowsJson.write(QueryableStore.TOTALS, List.of(rows)).toString());

    assertThat(totals(peer.address())).contains(List.of(rows));
    assertThat(peer.requests())
        .containsExactly("/v1/rows/totals?partitions=0,1&beginning=CM17+%26&most=20");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 421, 500, 503})
  void rowsAreEmptyForErrorResponses(int status) {
    peer.respondWith(status, "{}");

    assertThat(totals(peer.address())).isEmpty();
  }

  @Test
  void rowsAreEmptyForInvalidJson() {
    peer.respondWith(200, "not JSON");

    assertThat(totals(peer.address())).isEmpty();
  }

  @Test
  void rowsAreEmptyIfTheInstanceIsDown() {
    HostInfo address = peer.address();
    peer.close();

    assertThat(totals(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 404})
  void returnsResponsesThatTheUserMaySee(int status) {
    peer.respondWith(status, "{\"status\":" + status + "}");

    assertThat(client.get(peer.address(), "/v1/cases/a?here=true", Optional.empty()))
        .hasValueSatisfying(response -> assertThat(response.statusCode()).isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {421, 500, 503})
  void treatsServerErrorsAsUnavailable(int status) {
    peer.respondWith(status, "{}");

    assertThat(client.get(peer.address(), "/v1/cases/a?here=true", Optional.empty())).isEmpty();
  }

  @Test
  void sendsItsOwnKeyWithoutAuthorizationOfAUser() {
    client.get(peer.address(), "/v1/cases/a", Optional.empty());

    assertThat(peer.lastAuthorization()).contains("Bearer peer-key");
  }

  @Test
  void forwardsTheAuthorizationOfTheUser() {
    client.get(peer.address(), "/v1/cases/a", Optional.of("Bearer user-key"));

    assertThat(peer.lastAuthorization()).contains("Bearer user-key");
  }

  @Test
  void sendsNoAuthorizationWithoutAKey() {
    try (PeerClient keyless = new PeerClient(Optional.empty())) {
      keyless.get(peer.address(), "/v1/cases/a", Optional.empty());
    }

    assertThat(peer.lastAuthorization()).isEmpty();
  }

  private Optional<List<PartitionRows<OutcomeTotals>>> totals(HostInfo address) {
    return client.parts(address, QueryableStore.TOTALS, List.of(0, 1), "CM17 &", 20);
  }
}
