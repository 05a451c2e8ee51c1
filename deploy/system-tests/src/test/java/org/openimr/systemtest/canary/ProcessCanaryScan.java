package org.openimr.systemtest.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openimr.tools.generator.model.Canary;

/** Searches arguments and environments of this process and its descendants. */
final class ProcessCanaryScan {
  private ProcessCanaryScan() {}

  static List<CanaryLeak> scan() throws IOException {
    List<CanaryLeak> leaks = new ArrayList<>();
    ProcessHandle self = ProcessHandle.current();
    for (ProcessHandle process : Stream.concat(Stream.of(self), self.descendants()).toList()) {
      for (String file : List.of("cmdline", "environ")) {
        Path path = Path.of("/proc/" + process.pid() + "/" + file);
        if (read(process, path).contains(Canary.WORD)) {
          leaks.add(new CanaryLeak(path.toString()));
        }
      }
    }
    return leaks;
  }

  /** Returns an empty text for a process that has ended. */
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
