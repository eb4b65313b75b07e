/** What is to happen in a round: the jobs, the kills, the cancellations, all by a seed. */
@NullMarked
package io.jobhandler.torture.plan;

import org.jspecify.annotations.NullMarked;
