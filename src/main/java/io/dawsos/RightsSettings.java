package io.dawsos;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What exports go by.
 *
 * @param registry file with the rights of providers; empty takes the one that comes with the program
 * @param profile name of the profile of that file that holds here
 * @param variables names of the environment variables that are set: by them licences are known, their values are not kept
 * @param auditKey signs the audit of exports; empty makes one in the data folder
 */
record RightsSettings(Optional<Path> registry, String profile, SortedSet<String> variables, Optional<String> auditKey) {
    RightsSettings {
        variables = Collections.unmodifiableSortedSet(new TreeSet<>(variables));
    }
}
