/** Annotation-driven handlers for AWS IoT Jobs on devices. */
module io.jobhandler.framework {
  requires static transitive org.jspecify;
  requires aws.crt;
  requires aws.iot.device.sdk;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires io.github.classgraph;
  requires io.github.resilience4j.core;
  requires io.github.resilience4j.ratelimiter;
  requires io.github.resilience4j.retry;
  requires org.slf4j;

  exports io.jobhandler;
  exports io.jobhandler.agent;
  exports io.jobhandler.jobs;
  exports io.jobhandler.journal;
  exports io.jobhandler.payload;
  exports io.jobhandler.spi;
}
