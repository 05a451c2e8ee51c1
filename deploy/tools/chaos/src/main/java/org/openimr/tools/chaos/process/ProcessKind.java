package org.openimr.tools.chaos.process;

import java.util.List;

/**
 * A process of the pipeline.
 *
 * @see ResidentMemory
 */
public enum ProcessKind {
  BROKER("broker", 640, 1500),
  REGISTRY("registry", 128, 480),
  INGEST("ingest", 512, 1000),
  ENRICH_A("enrich a", 512, 1000),
  ENRICH_B("enrich b", 512, 1000);

  private final String title;
  private final int heapMegabytes;
  private final int residentMegabytes;

  ProcessKind(String title, int heapMegabytes, int residentMegabytes) {
    this.title = title;
    this.heapMegabytes = heapMegabytes;
    this.residentMegabytes = residentMegabytes;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  /** Largest heap, which the process can't pass. */
  public int heapMegabytes() {
    return heapMegabytes;
  }

  /**
   * Most that may be resident: heap, buffers outside of it, code, stacks, and what is mapped of the
   * broker's index files or held by RocksDB. Passing it fails a run.
   */
  public int residentMegabytes() {
    return residentMegabytes;
  }

  /** File name without ending. */
  String file() {
    return title.replace(' ', '-');
  }

  /**
   * Flags of its JVM.
   *
   * @param shortLived whether it will be killed soon, and so has to start quickly rather than run
   *     fast
   */
  List<String> jvmFlags(boolean shortLived) {
    return List.of(
        shortLived ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Dlogback.configurationFile=chaos-logback.xml");
  }
}
