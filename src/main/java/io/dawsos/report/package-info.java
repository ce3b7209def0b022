/**
 * Answers as PDF reports: sections chosen by what an answer has, templates, charts, pages.
 * Entry point: {@link io.dawsos.report.PdfRenderer}. The templates lie in {@code src/main/resources/report}. Knows nothing of Camel.
 */
@NullMarked
package io.dawsos.report;

import org.jspecify.annotations.NullMarked;
