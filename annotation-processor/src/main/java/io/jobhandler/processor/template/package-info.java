/** Job templates of AWS IoT, ready for {@code aws iot create-job-template --cli-input-json}. */
@NullMarked
package io.jobhandler.processor.template;

import org.jspecify.annotations.NullMarked;
