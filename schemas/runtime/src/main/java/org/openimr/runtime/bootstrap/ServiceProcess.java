package org.openimr.runtime.bootstrap;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of a service. */
public final class ServiceProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

  private ServiceProcess() {}

  /**
   * Starts a service and returns when the process was told to stop and the service is closed.
   *
   * @throws Exception if it does not start
   */
  public static void run(Callable<? extends AutoCloseable> start) throws Exception {
    AutoCloseable service = start.call();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close(service);
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
  }

  private static void close(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception e) {
      LOG.warn("the service did not close: {}", SafeFailureText.classChain(e));
    }
  }
}
