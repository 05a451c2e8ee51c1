package org.openimr.standalone.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Main class of a JVM that starts a database and waits to be killed. */
public final class DatabaseParentMain {
  private DatabaseParentMain() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0);
    System.out.println("serving on " + database.port());
    new CountDownLatch(1).await();
  }
}
