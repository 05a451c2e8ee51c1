package org.openimr.systemtest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openimr.testkit.ExternalProgram;

/**
 * Runs the commands of the documentation: {@code imr up} of {@code start.md} in the background, and
 * all others one after another. Ports and directory are replaced, because the documented ones may
 * be in use.
 */
final class DocsWalkthrough implements AutoCloseable {
  private static final Path DOCS = Path.of("../docs");
  private static final int FIRST_PORT = 9092;
  private static final int PORTS = 5;
  private static final Duration TIMEOUT = Duration.ofMinutes(6);
  private static final Pattern DATABASE = Pattern.compile("database +(jdbc:\\S+)");

  private static final String UP = "deploy/imr up";

  private final List<String> atStart = new ArrayList<>();
  private final Path folder;
  private final int port;
  private final DocsShell terminal;
  private Process up;

  private DocsWalkthrough(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.terminal = new DocsShell(folder);
  }

  /**
   * Starts the pipeline and waits until it is up.
   *
   * @param folder replaces {@code .imr}
   */
  static DocsWalkthrough start(Path folder) throws Exception {
    DocsWalkthrough walkthrough = new DocsWalkthrough(folder, freePorts());
    List<String> commands = walkthrough.commands("start.md");
    int stays = 0;
    while (!commands.get(stays).startsWith(UP)) {
      stays++;
    }
    walkthrough.terminal.run(commands.subList(0, stays));
    String extended = walkthrough.extend();
    assertThat(extended).endsWith(commands.get(stays));
    walkthrough.up = walkthrough.terminal.start(extended, walkthrough.log());
    await()
        .atMost(TIMEOUT)
        .until(
            () -> {
              assertThat(walkthrough.up.isAlive()).as(walkthrough.printed()).isTrue();
              return DATABASE.matcher(walkthrough.printed()).find();
            });
    return walkthrough;
  }

  /**
   * Runs the preparations of {@code extend.md} before the pipeline starts, because it is started
   * only once.
   *
   * @return the command that starts it
   */
  private String extend() throws Exception {
    List<String> commands = commands("extend.md");
    int start = commands.stream().map(line -> line.contains(UP)).toList().indexOf(true);
    atStart.addAll(commands.subList(start - 1, start + 1));
    terminal.run(List.of(atStart.getFirst()));
    return atStart.getLast();
  }

  /** Returns the output of the commands of a page, without those that start the pipeline. */
  Map<String, String> follow(String... pages) throws Exception {
    List<String> commands = new ArrayList<>();
    for (String page : pages) {
      List<String> all = commands(page);
      int up = all.stream().map(line -> line.startsWith(UP)).toList().indexOf(true);
      commands.addAll(all.subList(up + 1, all.size()));
      save(page);
    }
    commands.removeAll(atStart);
    commands.removeIf(command -> !isPossible(command));
    return terminal.run(commands);
  }

  /** Returns the commands of a page, with the ports and the directory of this run. */
  List<String> commands(String page) throws IOException {
    return page(page).commands().stream().map(this::adapted).toList();
  }

  MarkdownCodeBlocks page(String page) throws IOException {
    return MarkdownCodeBlocks.of(DOCS.resolve(page));
  }

  String adapted(String text) {
    String adapted = text.replace("--port " + FIRST_PORT, "--port " + port);
    for (int i = 0; i < PORTS; i++) {
      adapted = adapted.replace("127.0.0.1:" + (FIRST_PORT + i), "127.0.0.1:" + (port + i));
    }
    return adapted.replaceAll(
        "(?<![\\w./])\\.imr(?=[/ ]|$)", Matcher.quoteReplacement(folder.toString()));
  }

  /** Returns the output of {@code imr up} so far. */
  String printed() throws IOException {
    return Files.exists(log()) ? Files.readString(log()) : "";
  }

  /** Returns the URL of the database that {@code imr up} printed. */
  String database() throws IOException {
    Matcher printed = DATABASE.matcher(printed());
    return printed.find() ? printed.group(1) : fail("no address of a database: " + printed());
  }

  private Path log() {
    return folder.resolve("up.txt");
  }

  /** Writes the programs of a page to the files that their first line names. */
  private void save(String page) throws IOException {
    for (MarkdownCodeBlocks.CodeBlock block : page(page).blocks()) {
      if (List.of("java", "js").contains(block.language())) {
        String name = block.text().lines().findFirst().orElseThrow().replace("// ", "");
        Files.writeString(folder.resolve(name), block.text());
      }
    }
  }

  /** Returns whether the program is installed; always true if {@code REQUIRE_CLIENTS} is set. */
  private static boolean isPossible(String command) {
    String program = command.split(" ")[0];
    if (!List.of("kcat", "npm", "node").contains(program) || ExternalProgram.areRequired()) {
      return true;
    }
    boolean there = ExternalProgram.find(program).isPresent();
    if (!there) {
      System.out.println(program + " is not on the PATH, so the docs' use of it was not run");
    }
    return there;
  }

  private static int freePorts() {
    while (true) {
      int first = ThreadLocalRandom.current().nextInt(12_000, 30_000);
      if (isFree(first)
          && isFree(first + 1)
          && isFree(first + 2)
          && isFree(first + 3)
          && isFree(first + 4)) {
        return first;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    if (up != null) {
      up.destroy();
      up.onExit()
          .completeOnTimeout(up, 20, TimeUnit.SECONDS)
          .thenAccept(DocsWalkthrough::end)
          .join();
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
