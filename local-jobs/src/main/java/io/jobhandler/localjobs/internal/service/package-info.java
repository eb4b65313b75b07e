/** The Jobs state machine: jobs, executions, pending lists, timers. Knows neither MQTT nor JSON. */
@NullMarked
package io.jobhandler.localjobs.internal.service;

import org.jspecify.annotations.NullMarked;
