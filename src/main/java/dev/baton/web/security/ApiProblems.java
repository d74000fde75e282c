package dev.baton.web.security;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Turns whatever stops a call into one clear answer. Programs get a problem; for people the error page is shown with the
 * same sentence.
 */
@ControllerAdvice
class ApiProblems {

    /** Request attribute under which the error page finds its sentence. */
    static final String SENTENCE = "baton.sentence";

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;
    private final MultipartConfigElement uploads;

    ApiProblems(Problems problems, MultipartConfigElement uploads) {
        this.problems = problems;
        this.uploads = uploads;
    }

    @ExceptionHandler(Refusal.class)
    @Nullable
    ResponseEntity<Map<String, Object>> refused(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var detail = problems.sentence(refusal, RequestContextUtils.getLocale(request));
        return answer(request, response, refusal.kind().status(), detail, refusal.faults());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @Nullable
    ResponseEntity<Map<String, Object>> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            var fault = Fault.of(pointer(unknown), "problem.unknown-property", unknown.getPropertyName());
            return answer(request, response, 400, "problem.malformed", fault);
        }
        if (e.getCause() instanceof JsonMappingException wrong
                && !wrong.getPath().isEmpty()) {
            return answer(request, response, 400, "problem.malformed", Fault.of(pointer(wrong), "problem.wrong-value"));
        }
        return answer(request, response, 400, "problem.malformed");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    @Nullable
    ResponseEntity<Map<String, Object>> mismatch(
            MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(request, response, 404, "problem.not-found");
        }
        return answer(request, response, 400, "problem.malformed", Fault.of(e.getName(), "problem.wrong-value"));
    }

    @ExceptionHandler({ServletRequestBindingException.class, MissingServletRequestPartException.class})
    @Nullable
    ResponseEntity<Map<String, Object>> incomplete(
            Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var where = e instanceof MissingServletRequestPartException part ? part.getRequestPartName() : "query";
        return answer(request, response, 400, "problem.malformed", Fault.of(where, "text.missing"));
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, MultipartException.class})
    @Nullable
    ResponseEntity<Map<String, Object>> tooLarge(
            MultipartException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof MaxUploadSizeExceededException) {
            var fault = Fault.of("file", "problem.too-large", uploads.getMaxFileSize() / (1024 * 1024));
            return answer(request, response, 422, "identity.entry-refused", fault);
        }
        return answer(request, response, 400, "problem.malformed");
    }

    @ExceptionHandler(NoResourceFoundException.class)
    @Nullable
    ResponseEntity<Map<String, Object>> nowhere(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(request, response, 404, "problem.not-found");
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    @Nullable
    ResponseEntity<Map<String, Object>> method(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var detail = problems.sentence(
                "problem.method", List.of(request.getMethod()), RequestContextUtils.getLocale(request));
        return answer(request, response, 405, detail, List.of());
    }

    @ExceptionHandler(HttpMediaTypeException.class)
    @Nullable
    ResponseEntity<Map<String, Object>> mediaType(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(request, response, 415, "problem.media-type");
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    @Nullable
    ResponseEntity<Map<String, Object>> conflict(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.info("Conflict at {}: {}", request.getRequestURI(), e.toString());
        return answer(request, response, 409, "problem.conflict");
    }

    @ExceptionHandler(AccessDeniedException.class)
    @Nullable
    ResponseEntity<Map<String, Object>> denied(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(request, response, 403, "problem.not-allowed");
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void clientLeft() {
        // Nobody is there to answer.
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Map<String, Object>> fault(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal, request, response);
            }
        }
        if (isUnreadableId(e)) {
            return answer(request, response, 404, "problem.not-found");
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {} at {} {}", reference, request.getMethod(), request.getRequestURI(), e);
        var detail =
                problems.sentence("problem.unexpected", List.of(reference), RequestContextUtils.getLocale(request));
        return answer(request, response, 500, detail, List.of());
    }

    /** An identifier in an address that is no UUID names nothing. */
    private static boolean isUnreadableId(Exception e) {
        return e instanceof IllegalArgumentException
                && e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().equals("java.util.UUID");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private @Nullable ResponseEntity<Map<String, Object>> answer(
            HttpServletRequest request, HttpServletResponse response, int status, String key, Fault... faults)
            throws IOException {
        var detail = problems.sentence(key, List.of(), RequestContextUtils.getLocale(request));
        return answer(request, response, status, detail, List.of(faults));
    }

    private @Nullable ResponseEntity<Map<String, Object>> answer(
            HttpServletRequest request, HttpServletResponse response, int status, String detail, List<Fault> faults)
            throws IOException {
        if (Problems.isForProgram(request)) {
            return problems.entity(status, detail, faults, RequestContextUtils.getLocale(request));
        }
        request.setAttribute(SENTENCE, detail);
        response.sendError(status);
        return null;
    }
}
