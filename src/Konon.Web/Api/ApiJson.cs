using System.Buffers;
using System.Text.Json;
using Konon.Views;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Api;

/// <summary>An answer in JSON, written whole before the first byte goes out: what fails on the way is a problem, not half an
/// answer.</summary>
/// <param name="write">Writes one value.</param>
internal sealed class ApiJson(Action<Utf8JsonWriter> write) : IResult
{
    /// <summary>The status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, ArticleJson.WriterOptions)) write(json);
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = buffer.WrittenCount;
        await httpContext.Response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
    }
}
