package io.jobhandler.torture.device;

import java.util.concurrent.TimeUnit;

/**
 * The documents' type.
 *
 * @param millis how long a part of the work takes
 * @param failures how often it is to fail
 */
record Work(int millis, int failures) {

  void take() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }
}
