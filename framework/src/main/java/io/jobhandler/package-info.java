/**
 * What authors of job handlers write against: the annotations, the context of a running job and its
 * possible results. Depends on nothing but the JDK and JSpecify.
 */
@NullMarked
package io.jobhandler;

import org.jspecify.annotations.NullMarked;
