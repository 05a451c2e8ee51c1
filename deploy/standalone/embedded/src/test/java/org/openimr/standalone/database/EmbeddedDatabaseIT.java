package org.openimr.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.standalone.process.ChildJvm.JavaProgram;
import org.openimr.standalone.process.StartupException;

class EmbeddedDatabaseIT {
  @TempDir Path directory;

  @Test
  void keepsRowsAcrossRestart() throws Exception {
    int port;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      port = database.port();
      execute(database, "create table letters as select 1 as number");
    }
    assertThat(listens(port)).isFalse();

    try (EmbeddedDatabase again = EmbeddedDatabase.start(directory, port)) {
      assertThat(text(again, "select number from letters")).isEqualTo("1");
      assertThat(text(again, "show fsync")).isEqualTo("on");
      assertThat(text(again, "show synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void reportsPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory, taken.getLocalPort()))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void stopsWhenParentIsKilledAndRestarts() throws Exception {
    JavaProgram parent =
        new JavaProgram(
            DatabaseParentMain.class, List.of(directory.toString()), List.of("-Xmx128m"), Map.of());
    Path log = directory.resolve("parent.log");
    try (ChildJvm child = ChildJvm.start("parent", parent, log)) {
      int port =
          await().atMost(Duration.ofSeconds(60)).until(() -> portIn(log), found -> found > 0);

      child.kill();

      await().atMost(Duration.ofSeconds(60)).until(() -> !listens(port));
    }

    try (EmbeddedDatabase again = EmbeddedDatabase.start(directory, 0)) {
      assertThat(text(again, "select 1")).isEqualTo("1");
    }
  }

  /** The port in the log; 0 before the database accepts connections. */
  private static int portIn(Path log) throws IOException {
    Matcher matcher = Pattern.compile("serving on (\\d+)\\R").matcher(Files.readString(log));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database)) {
      connection.createStatement().execute(sql);
    }
  }

  private static String text(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }
}
