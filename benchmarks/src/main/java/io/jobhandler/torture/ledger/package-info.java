/** What the handlers of the torture have done, on disk before they go on. */
@NullMarked
package io.jobhandler.torture.ledger;

import org.jspecify.annotations.NullMarked;
