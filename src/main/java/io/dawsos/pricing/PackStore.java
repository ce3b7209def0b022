package io.dawsos.pricing;

import java.util.Collection;
import java.util.List;

/** Where packs are put and how they change state. Content is written once, with the pack. */
public interface PackStore {

    /**
     * Stores new packs with what was left out of them, all or none, in {@link PackStatus#WARMING}. A pack that is there already, or a second one for the same day and
     * policy, is refused: see {@link #restate}.
     */
    void save(List<PackDraft> drafts);

    /**
     * Stores a restatement of the same day and policy, its reason, the rows that were accepted for it and an audit entry, and marks the
     * old pack as superseded by it, all or none. Nothing else of the old pack changes; answers that name it are still computed from it.
     * Throws {@link IllegalArgumentException} when there is no such pack or it is of another day.
     */
    void restate(Restatement restatement);

    /** Warming packs become fresh, all or none: reconciled, prewarmed, ready to be answered from. Fresh ones stay so. */
    void markFresh(Collection<PackId> packs);

    /** A warming pack becomes {@link PackStatus#ERROR}. */
    void markFailed(PackId pack, String error);

    /** A failed pack becomes warming again; its content stays sealed. */
    void retry(PackId pack);

    /** Packs that wait to become fresh, not superseded, by date. */
    List<PackId> warming();
}
