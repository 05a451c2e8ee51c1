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

  /** Display name. */
  public String title() {
    return title;
  }

  /** Maximum heap in MB. */
  public int heapMegabytes() {
    return heapMegabytes;
  }

  /**
   * Maximum resident memory in MB: heap, direct buffers, code, stacks, mapped index files of the
   * broker, and RocksDB. Exceeding it fails a run.
   */
  public int residentMegabytes() {
    return residentMegabytes;
  }

  /** File name without extension. */
  String fileName() {
    return title.replace(' ', '-');
  }

  /**
   * JVM flags.
   *
   * @param startsFast whether to prefer a fast start over throughput
   */
  List<String> jvmFlags(boolean startsFast) {
    return List.of(
        startsFast ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Dlogback.configurationFile=chaos-logback.xml");
  }
}
