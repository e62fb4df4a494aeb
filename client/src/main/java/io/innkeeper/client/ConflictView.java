package io.innkeeper.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A call that brought the generation id of another one. It is in no sum until a person has looked.
 *
 * @param other the call whose line has the id
 * @param cost USD that it would have added
 */
public record ConflictView(CallView call, UUID other, String cost, Instant foundAt) {}
