package com.example;

import io.jobhandler.JobHandler;

/** Handlers whose documents have constraints, and one whose document has none. */
class Cameras {

  @JobHandler(operation = "camera_setup")
  void setUp(CameraSetup document) {}

  @JobHandler(operation = "camera_config")
  void configure(ConfigUpdate document) {}
}
