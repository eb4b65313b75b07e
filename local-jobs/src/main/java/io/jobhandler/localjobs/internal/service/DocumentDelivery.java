package io.jobhandler.localjobs.internal.service;

/** The job document on its way to devices, which is not always the text that the job was given. */
@FunctionalInterface
public interface DocumentDelivery {
  /** The text for one delivery; no two need be alike. */
  String text();
}
