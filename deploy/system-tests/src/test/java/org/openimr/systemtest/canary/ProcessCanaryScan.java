package org.openimr.systemtest.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openimr.tools.generator.model.Canary;

/** Searches arguments and environments of this process and of all that it started. */
final class ProcessCanaryScan {
  private ProcessCanaryScan() {}

  static List<CanaryLeak> scan() throws IOException {
    List<CanaryLeak> leaks = new ArrayList<>();
    ProcessHandle self = ProcessHandle.current();
    for (ProcessHandle process : Stream.concat(Stream.of(self), self.descendants()).toList()) {
      for (String what : List.of("cmdline", "environ")) {
        Path file = Path.of("/proc/" + process.pid() + "/" + what);
        if (read(process, file).contains(Canary.WORD)) {
          leaks.add(new CanaryLeak(file.toString()));
        }
      }
    }
    return leaks;
  }

  /** Nothing of a process that has ended meanwhile. */
  private static String read(ProcessHandle process, Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException e) {
      if (process.isAlive()) {
        throw e;
      }
      return "";
    }
  }
}
