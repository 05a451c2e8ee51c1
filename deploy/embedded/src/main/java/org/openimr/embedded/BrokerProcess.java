package org.openimr.embedded;

import java.nio.file.Path;

/** Main class of a broker in a JVM of its own: {@code FOLDER PORT}. */
public final class BrokerProcess {
  private BrokerProcess() {}

  public static void main(String[] arguments) {
    EmbeddedBroker broker =
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    System.out.println("serving on " + broker.bootstrapServers());
  }
}
