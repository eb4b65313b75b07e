/** What was lost, done twice or gone wrong, by the ledger and the service's history alone. */
@NullMarked
package io.jobhandler.torture.check;

import org.jspecify.annotations.NullMarked;
