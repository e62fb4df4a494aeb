package io.innkeeper.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server itself.
 *
 * @param builtAt when the program was
 * @param startedAt when this process began
 * @param schema the number of the store's last migration
 * @param restartable whether it can start itself again
 * @param measuredAt when store, folders, disk and programs were looked at; null before the first
 *     time
 */
public record ServerView(
    String version,
    Instant builtAt,
    String java,
    Instant startedAt,
    long upSeconds,
    String home,
    String schema,
    boolean restartable,
    @Nullable Instant measuredAt,
    @Nullable StoreSizeView store,
    List<FolderView> folders,
    @Nullable DiskView disk,
    List<ProgramView> programs) {
  public ServerView {
    folders = List.copyOf(folders);
    programs = List.copyOf(programs);
  }
}
