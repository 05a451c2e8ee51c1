package org.openimr.systemtest.outages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.testkit.ExternalProgram;

/** A clock for processes, by libfaketime, that is set while they run. Only the time of day is. */
record FakeClock(Path offset, Path library) {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

  /** Needs Debian's package {@code faketime}; in CI it is there, elsewhere the test is skipped. */
  static FakeClock controlledBy(Path offset) throws IOException {
    Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
    if (library.isEmpty()) {
      ExternalProgram.reportMissing("no libfaketime is here (apt-get install faketime)");
    }
    FakeClock clock = new FakeClock(offset, library.orElseThrow());
    clock.setBack("+0");
    return clock;
  }

  /** For processes that are to live by it. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", offset.toString(),
        "FAKETIME_NO_CACHE", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }

  /** From now on it is so much off, {@code -2h}. */
  void setBack(String by) throws IOException {
    Path next = offset.resolveSibling("next-" + offset.getFileName());
    Files.writeString(next, by);
    Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
