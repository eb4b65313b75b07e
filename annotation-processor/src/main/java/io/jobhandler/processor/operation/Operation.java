package io.jobhandler.processor.operation;

import io.jobhandler.processor.document.DocumentModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a device.
 *
 * @param name what documents call it
 * @param handler the handler method, for instance {@code Firmware.install(FirmwareUpdate)}
 * @param description what the author says that it does, as plain text; may be empty
 * @param document what its documents look like; null where the handler reads none
 * @param payloads where the documents tell of payloads
 * @param rules what the agent goes by
 */
public record Operation(
    String name,
    String handler,
    String description,
    @Nullable DocumentModel document,
    List<PayloadPointers> payloads,
    OperationRules rules) {}
